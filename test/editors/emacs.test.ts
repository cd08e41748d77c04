import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { documented, installed, linesOf } from './editor.ts';

const emacs = installed('emacs');
const hasEglot =
  emacs !== undefined &&
  spawnSync(emacs, ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]).status === 0;

const session = `
(package-initialize)
(require 'eglot)
(require 'json)
(load-file "init.el")
(setq eglot-sync-connect 60)

(defun say (key value)
  (princ (concat (json-encode (list (cons key value))) "\\n")))

;; Goes on when the server has said what makes the findings as wanted.
(defun findings (wanted)
  (while (/= (length (flymake-diagnostics)) wanted)
    (eglot--signal-textDocument/didChange) ; without a screen Emacs is never idle, which is when it tells
    (accept-process-output nil 0.1)
    (flymake-start))
  (vconcat (mapcar (lambda (each) (line-number-at-pos (flymake-diagnostic-beg each))) (flymake-diagnostics))))

(find-file "a.inspection")
;; Without a screen no command ends, so what eglot-ensure has put off is done now.
(unless (eglot-current-server) (apply #'eglot--connect (eglot--guess-contact)))
(say "mode" (symbol-name major-mode))
(say "findings" (findings 1))
(say "outline" (vconcat (mapcar #'car (cdr (car (eglot-imenu))))))
(goto-char 12)
(cl-letf (((symbol-function 'completing-read) ; of several the first is taken, as with Enter
           (lambda (_ actions &rest _) (let ((first (car actions))) (if (consp first) (car first) first)))))
  (let ((last-nonmenu-event t)) (eglot-code-actions (point) (point) "quickfix" t)))
(say "findings after" (findings 0))
(say "line" (buffer-substring-no-properties 1 (line-end-position)))
(goto-char 12)
(let ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
  (say "definition" (xref-location-line (xref-item-location (car found)))))
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
`;

test('Emacs with eglot, as documented', {
  skip: !hasEglot && 'Emacs or eglot is not installed.',
  timeout: 120_000,
}, async context => {
  assert.ok(emacs);
  const said = await linesOf(context, emacs, ['--batch', '--load', 'session.el'], {
    'init.el': documented('Emacs with eglot'),
    'session.el': session,
  });
  assert.deepEqual(said, [
    { mode: 'inspectmark-mode' },
    { findings: [1] },
    { outline: ['Annex'] },
    { 'findings after': [] },
    { line: 'See [it](#annex) and paragraph 1.' },
    { definition: 3 },
  ]);
});
