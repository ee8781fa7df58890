-- Drives Neovim's own client through a session with the server, and writes what it saw to result.json.
local site, node, bin = vim.env.SITE, vim.env.NODE, vim.env.BIN
local result = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('Waited in vain for ' .. what)
  end
end

local exit
local client_id = vim.lsp.start_client({
  name = 'bibliolint',
  cmd = { node, bin, 'lsp' },
  root_dir = site,
  on_exit = function(code)
    exit = code
  end,
})

vim.cmd('edit ' .. site .. '/a.md')
local buffer = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(buffer, client_id)
local function codes(of)
  return vim.tbl_map(function(found)
    return found.code
  end, vim.diagnostic.get(of))
end

-- Diagnostics are pushed; their columns are bytes here, in front of which an emoji counts four.
wait('diagnostics', function()
  return #vim.diagnostic.get(buffer) > 0
end)
local first = vim.diagnostic.get(buffer)[1]
result.code = first.code
local line = vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, false)[1]
result.marked = line:sub(first.col + 1, first.end_col)

local function ask(method, row, needle, extra)
  local text = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1]
  local column = text:find(needle, 1, true)
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(), extra or {})
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 20000))
  return answers[client_id]
end

result.hover = ask('textDocument/hover', 5, 'knuth1997').result.contents.value
local items = ask('textDocument/completion', 5, 'knuth1997').result.items
result.completion = vim.tbl_map(function(item)
  return item.label
end, items)
result.definition = ask('textDocument/definition', 5, 'knuth1997').result[1]

-- A quick fix, chosen and applied by the client itself. It sends its own copy of the diagnostics along.
vim.ui.select = function(choices, _, on_choice)
  result.actions = vim.tbl_map(function(choice)
    return choice[2].title
  end, choices)
  on_choice(choices[1])
end
local before = vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1]
local column = before:find('Knuth1997', 1, true)
vim.api.nvim_win_set_cursor(0, { 5, column })
vim.lsp.buf.code_action()
wait('the fix', function()
  return vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1] ~= before
end)
result.fixed = vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1]
wait('the diagnostic to go', function()
  return #vim.diagnostic.get(buffer) == 0
end)

-- A key is renamed in this buffer, in one that is open elsewhere and in a file that is not open.
vim.cmd('edit ' .. site .. '/refs.bib')
local bib = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(bib, client_id)
vim.cmd('buffer ' .. buffer)
local renamed = ask('textDocument/rename', 5, 'knuth1997', { newName = 'knuth1997art' })
vim.lsp.util.apply_workspace_edit(renamed.result, 'utf-16')
result.renamed = vim.api.nvim_buf_get_lines(buffer, 4, 6, false)
result.renamed_entry = vim.api.nvim_buf_get_lines(bib, 0, 1, false)[1]
result.renamed_elsewhere = vim.api.nvim_buf_get_lines(vim.fn.bufadd(site .. '/b.md'), 0, -1, false)

-- An unsaved buffer wins over the disk: the entry is gone here only.
vim.api.nvim_buf_set_lines(bib, 0, -1, false, {})
wait('the diagnostics of a change that is not saved', function()
  return vim.tbl_contains(codes(buffer), 'undefined-key')
end)
result.unsaved = codes(buffer)

vim.lsp.stop_client(client_id)
wait('the end', function()
  return exit ~= nil
end)
result.exit = exit
vim.fn.writefile({ vim.fn.json_encode(result) }, site .. '/result.json')
vim.cmd('qa!')
