import { answerQuestions } from './ask.ts';
import { askBefore } from './confirm.ts';
import { showSummaries } from './summarise.ts';
import { showUnread } from './unread.ts';
import { sendPhotos } from './upload.ts';

showUnread();
sendPhotos();
showSummaries();
answerQuestions();
askBefore();
