-- ~/.config/nvim/lsp/bibliolint.lua, and in init.lua: vim.lsp.enable('bibliolint')
return {
  cmd = { 'bibliolint', 'lsp' },
  filetypes = { 'markdown', 'mdx', 'quarto', 'rmd', 'bib', 'ris' },
  root_markers = { 'hugo.toml', '_config.yml', '_quarto.yml', '_bookdown.yml', 'myst.yml', '.git' },
}
