import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented, installed, linesOf } from './editor.ts';

const nvim = installed('nvim');

const session = `
local function say(value) io.stdout:write(vim.json.encode(value) .. '\\n') end
local uri = vim.uri_from_bufnr(0)

-- Goes on when the findings of the report are as wanted; Neovim says when they have changed.
local function findings(wanted)
  vim.wait(60000, function() return #vim.diagnostic.get(0) == wanted end)
  return vim.tbl_map(function(each) return (each.lnum + 1) .. ': ' .. each.code end, vim.diagnostic.get(0))
end

local function ask(method, params)
  params.textDocument = { uri = uri }
  local _, answer = next(vim.lsp.buf_request_sync(0, method, params, 60000))
  return answer.result
end

say({ findings = findings(1) })
local symbols = ask('textDocument/documentSymbol', {})
say({ outline = vim.tbl_map(function(symbol) return symbol.name end, symbols) })
local place = { line = 0, character = 11 }
local actions = ask('textDocument/codeAction', { range = { start = place, ['end'] = place }, context = { diagnostics = {} } })
say({ action = actions[1].title })
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
say({ line = vim.api.nvim_buf_get_lines(0, 0, 1, true)[1], findings = findings(0) })
say({ definition = ask('textDocument/definition', { position = place })[1].range.start.line })
say({ hover = ask('textDocument/hover', { position = place }).contents.value })
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.cmd('quitall!')
`;

test('Neovim, as documented', {
  skip: nvim === undefined && 'Neovim is not installed.',
  timeout: 120_000,
}, async context => {
  assert.ok(nvim);
  const argv = ['--headless', '-u', 'init.lua', 'a.inspection', '-c', 'luafile session.lua', '-c', 'cquit!'];
  const said = await linesOf(context, nvim, argv, {
    'init.lua': documented('Neovim 0\\.7'),
    'session.lua': session,
  });
  assert.deepEqual(said, [
    { findings: ['1: unresolved-link'] },
    { outline: ['Annex'] },
    { action: 'Change to “annex”' },
    { line: 'See [it](#annex) and paragraph 1.', findings: [] },
    { definition: 2 },
    { hover: '**Annex**' },
  ]);
});
