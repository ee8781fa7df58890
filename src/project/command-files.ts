/** What commands are written in, with files of options: build files, scripts, what servers build by, and the README. */
export const COMMANDS =
  /\.(?:sh|bash|mk|just|ps1|bat|cmd|py)$|(?:^|\/)(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|Rakefile|package\.json|composer\.json|README(?:\.\w+)?|build|make|compile|Dockerfile|Snakefile|Taskfile\.ya?ml|\.(?:gitlab-ci|travis|drone)\.ya?ml|azure-pipelines\.ya?ml|_quarto\.ya?ml|(?:defaults?|pandoc)[\w.-]{0,40}\.ya?ml)$/;
