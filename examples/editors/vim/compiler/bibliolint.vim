" Vim compiler file
" Compiler: bibliolint
" Usage:    :compiler bibliolint | make
" Setting:  g:bibliolint_command, how bibliolint is run

if exists('current_compiler')
  finish
endif
let current_compiler = 'bibliolint'

let s:cpo_save = &cpo
set cpo&vim

let s:command = get(g:, 'bibliolint_command', 'npx --no-install bibliolint')
execute 'CompilerSet makeprg=' . escape(s:command . ' --format unix $*', ' \|"')

" %v, not %c: bibliolint counts characters, and %c would be taken for bytes.
CompilerSet errorformat=
      \%f:%l:%v:\ %trror:\ %m,
      \%f:%l:%v:\ %tarning:\ %m,
      \%f:%l:%v:\ %tnfo:\ %m,
      \%-G%.%#

let &cpo = s:cpo_save
unlet s:cpo_save s:command
