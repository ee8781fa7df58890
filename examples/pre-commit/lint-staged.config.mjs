/**
 * lint-staged starts a process for every chunk of files; bibliolint reads the whole site each time, and reports on the
 * files it is given only.
 */
export default {
  '*.{md,markdown,mdx,qmd,Rmd,bib,ris}': 'bibliolint --fix --',
};
