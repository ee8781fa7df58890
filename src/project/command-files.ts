/** What commands are written in, with files of options: build files and scripts, and the README that says how to build. */
export const COMMANDS =
  /\.(?:sh|bash|mk|just|ps1|bat|cmd|py)$|(?:^|\/)(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|Rakefile|package\.json|composer\.json|README(?:\.\w+)?|build|make|compile|_quarto\.ya?ml|(?:defaults?|pandoc)[\w.-]{0,40}\.ya?ml)$/;
