import { during, post } from './api.ts';

interface Answer {
  answer: string;
  proposal: { id: string } | null;
}

/** The assistant's page without a page load. The answer is shown as text, never as markup. */
export const answerQuestions = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-ask]');
  const reply = document.querySelector<HTMLElement>('[data-answer]');
  if (form === null || reply === null) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void during(form.querySelector('button'), reply, async () => {
      reply.textContent = 'Looking it up…';
      const question = form.querySelector('textarea')?.value ?? '';
      const { answer, proposal } = await post<Answer>('/api/assistant/ask', { question });
      reply.textContent = answer;
      if (proposal !== null) reply.append(reviewLink());
    });
  });
};

const reviewLink = (): HTMLElement => {
  const link = document.createElement('a');
  link.href = '/assistant?prepared=1#proposals';
  link.className = 'button';
  link.textContent = 'Review the payout';
  return link;
};
