;;; flycheck-bibliolint.el --- Check citations with bibliolint  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.1") (flycheck "31"))

;;; Commentary:

;; Checks the buffer as it is, saved or not, against the bibliographies of its site:
;;
;;   (require 'flycheck-bibliolint)
;;   (flycheck-bibliolint-setup)

;;; Code:

(require 'flycheck)

(flycheck-define-checker bibliolint
  "Cite keys, references and bibliographies, checked by bibliolint."
  :command ("bibliolint" "--format" "unix" "--stdin" "--stdin-filename" source-original)
  :standard-input t
  :error-patterns
  ((error line-start (file-name) ":" line ":" column ": error: "
          (message) " [" (id (one-or-more (any "a-z0-9-"))) "]" line-end)
   (warning line-start (file-name) ":" line ":" column ": warning: "
            (message) " [" (id (one-or-more (any "a-z0-9-"))) "]" line-end)
   (info line-start (file-name) ":" line ":" column ": info: "
         (message) " [" (id (one-or-more (any "a-z0-9-"))) "]" line-end))
  :predicate (lambda () buffer-file-name)
  :modes (markdown-mode gfm-mode poly-markdown-mode bibtex-mode))

;;;###autoload
(defun flycheck-bibliolint-setup ()
  "Let Flycheck use bibliolint."
  (add-to-list 'flycheck-checkers 'bibliolint))

(provide 'flycheck-bibliolint)
;;; flycheck-bibliolint.el ends here
