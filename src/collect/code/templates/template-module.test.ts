import { expect, test } from 'vitest';
import { markupInTemplates } from '../patterns/markup/markup.ts';
import { programOf } from '../testing/program-of.ts';
import { templateModule } from './template-module.ts';

/** What becomes markup in a template, with its line. */
const found = async (path: string, text: string): Promise<string[]> => {
  const module = await templateModule(path, text);
  return module === undefined
    ? []
    : markupInTemplates(await programOf({}), [module]).map(
        ({ what, tells = [], at }) => `${at.path}:${at.line} ${what} ${tells.join(' ')}`,
      );
};

test.each([
  [
    'Vue',
    'a.vue',
    '<script setup lang="ts">\nconst shown: number = 1;\n</script>\n<template>\n  <p v-html="comment.body" />\n</template>',
    ['a.vue:5 v-html comment.body'],
  ],
  [
    'a loop of Vue',
    'a.vue',
    '<template>\n<p v-for="one in reviews" v-html="one.text" />\n</template>\n<script setup>\nconst reviews = await load();\n</script>',
    ['a.vue:2 v-html one.text'],
  ],
  [
    'Svelte',
    'a.svelte',
    "<script>\n  export let data;\n</script>\n{#each data.reviews as review}\n{@html review.text.replace('{', '')}\n{/each}",
    ['a.svelte:5 {@html} review.text'],
  ],
  [
    'Astro',
    'a.astro',
    '---\nconst { product } = Astro.props;\n---\n<div\n  set:html={product.description}\n/>',
    ['a.astro:5 set:html product.description'],
  ],
  [
    'EJS',
    'a.ejs',
    '<h1><%= shop.name %></h1>\n<p><%- shop.description %></p>\n<%- include("footer") %>',
    ['a.ejs:2 <%- shop.description'],
  ],
  [
    'Handlebars',
    'a.hbs',
    '{{#each comments}}\n{{{this.text}}}{{/each}} {{{body}}} {{name}}',
    ['a.hbs:2 {{{ }}} row.text'],
  ],
  ['Nunjucks', 'a.njk', '{{ review.text | safe }} {{ review.title }}', ['a.njk:1 | safe review.text']],
  [
    'Pug',
    'a.pug',
    'h1= shop.name\np!= shop.description\np Hello !{user.name}',
    ['a.pug:2 != shop.description', 'a.pug:3 !{ } user.name'],
  ],
  [
    'a script of a page',
    'a.html',
    '<ul id="list"></ul>\n<script type="module">\nfetch("/x").then((r) => r.json()).then((messages) => {\n  list.innerHTML = messages.map((msg) => `<li>${msg.body}</li>`).join("");\n});\n</script>',
    ['a.html:4 innerHTML msg.body'],
  ],
])('%s', async (_, path, text, expected) => expect(await found(path, text)).toEqual(expected));

test.each([
  [
    'cleaned',
    'a.vue',
    '<script setup>\nimport DOMPurify from "dompurify";\n</script>\n<template><p v-html="DOMPurify.sanitize(comment.body)" /></template>',
  ],
  ['a translation', 'a.vue', '<template><p v-html="$t(\'home.text\')" /></template>'],
  [
    'a list of the code',
    'a.vue',
    '<script setup>\nconst steps = [{ text: "<b>1</b>" }];\n</script>\n<template><p v-for="step of steps" v-html="step.text" /></template>',
  ],
  ['data in a script of another type', 'a.html', '<script type="application/json">{ "a": 1 }</script>'],
  ['a script that never ends', 'a.html', '<script>box.innerHTML = comment.body;'],
  ['nothing', 'a.hbs', '<p>{{name}}</p>'],
])('no markup: %s', async (_, path, text) => expect(await found(path, text)).toEqual([]));

test('hostile pages come to an end', async () => {
  for (const text of [
    '<script>'.repeat(30_000),
    '{@html {'.repeat(30_000),
    'v-for="'.repeat(30_000),
    `${'a'.repeat(250_000)}.`,
    '<%-'.repeat(60_000),
  ])
    for (const path of ['a.vue', 'a.svelte', 'a.ejs', 'a.pug']) expect(await found(path, text)).toEqual([]);
});
