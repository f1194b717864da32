-- Approves one fee after another, each with a key of its own. Arguments: a file of "<fee id> <version>" lines, the access token.
local calls = {}
local sent = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local fee, version = line:match("^(%S+) (%d+)$")
    calls[#calls + 1] = wrk.format("POST", "/api/v1/fees/" .. fee .. "/milestones/WHOLE/approve", {
      ["Host"] = wrk.headers["Host"],
      ["Authorization"] = "Bearer " .. arguments[2],
      ["If-Match"] = '"' .. version .. '"',
      ["Idempotency-Key"] = "bench-" .. fee,
      ["Content-Length"] = "0",
    })
  end
end

function request()
  sent = sent + 1
  -- Past the last one the same call is sent again: answered from its key, and noticed by who counts the bookings.
  return calls[math.min(sent, #calls)]
end
