-- The commands that restore the keys named in ARGV, as redis-cli --pipe reads them.
local out = {}
for _, key in ipairs(ARGV) do
  local dump, life = redis.call('DUMP', key), redis.call('PTTL', key)
  if dump then
    if life < 0 then life = 0 end
    local words = {'RESTORE', key, tostring(life), dump, 'REPLACE'}
    out[#out + 1] = '*5\r\n'
    for _, word in ipairs(words) do out[#out + 1] = '$' .. #word .. '\r\n' .. word .. '\r\n' end
  end
end
return table.concat(out)
