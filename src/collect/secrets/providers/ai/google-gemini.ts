import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'google-gemini',
  name: 'Google Gemini',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://aistudio.google.com/apikey',
    notes: ['A Gemini key must stay on a server: call the model from a route of your own, not from the browser.'],
  },
  rules: [
    {
      id: 'google-gemini-api-key',
      name: 'Google Gemini API key',
      anchors: ['gemini', 'google_ai', 'googleai', 'generative', 'genai', 'google_palm'],
      pattern: assigned(
        'gemini|google_?(?:gen_?)?ai|generative_?(?:ai|language)|google_palm',
        '',
        String.raw`AIza[\w-]{35}`,
      ),
      power: 'spend',
      impact:
        'Run Gemini models on your bill; the key also opens every other Google API that it is not restricted from.',
      verify: {
        url: 'https://generativelanguage.googleapis.com/v1beta/models?key={secret}',
        live: [200],
        dead: [400],
      },
      samples: {
        yes: [
          'GEMINI_API_KEY=AIza{base64url:35}',
          'GOOGLE_GENERATIVE_AI_API_KEY="AIza{base64url:35}"',
          'geminiApiKey: process.env.GEMINI_API_KEY || "AIza{base64url:35}"',
        ],
        no: ['GEMINI_API_KEY=your_gemini_key', 'GOOGLE_MAPS_KEY=AIza{base64url:35}', 'GEMINI_MODEL=gemini-2.5-flash'],
      },
    },
    {
      id: 'google-gemini-client-constructor',
      name: 'Google Gemini API key',
      anchors: ['GoogleGenerativeAI(', 'GoogleGenAI(', 'generativelanguage.googleapis.com'],
      pattern:
        /(?:Google(?:GenerativeAI|GenAI)\(|generativelanguage\.googleapis\.com)[\s\S]{0,120}?["'\x60=](AIza[\w-]{35})(?![\w-])/i,
      power: 'spend',
      impact:
        'Run Gemini models on your bill; the key also opens every other Google API that it is not restricted from.',
      verify: {
        url: 'https://generativelanguage.googleapis.com/v1beta/models?key={secret}',
        live: [200],
        dead: [400],
      },
      samples: {
        yes: [
          'new GoogleGenerativeAI("AIza{base64url:35}")',
          'new GoogleGenAI({\n  apiKey: "AIza{base64url:35}",\n})',
          'fetch("https://generativelanguage.googleapis.com/v1beta/models/gemini-pro:generateContent?key=AIza{base64url:35}")',
        ],
        no: [
          'new GoogleGenerativeAI(process.env.GEMINI_API_KEY)',
          'https://generativelanguage.googleapis.com/v1beta/models?key=AIza{alnum:10}',
        ],
      },
    },
    {
      id: 'google-gemini-auth-key',
      name: 'Google AI Studio auth key',
      anchors: ['AQ.Ab8'],
      pattern: /(?<![\w.-])(AQ\.Ab8[\w-]{46,54})(?![\w.-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['GEMINI_API_KEY=AQ.Ab8RN6{base64url:44}', 'apiKey: "AQ.Ab8RN6{base64url:44}"'],
        no: ['AQ.Ab8RN6', 'AQ.Ab8RN6{alnum:10}'],
      },
    },
  ],
});
