-- One declaration per request, each with a title and a key of its own.
local thread = 0
function setup(t) t:set("id", thread); thread = thread + 1 end
function init() n = 0; math.randomseed(os.time() + id) ; run = math.random(1, 2 ^ 30) end
function request()
  n = n + 1
  local name = string.format("outage-%d-%d-%d", run, id, n)
  return wrk.format("POST", "/api/v1/incidents",
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = name },
    '{"title":"' .. name .. '","severity":"sev3"}')
end
function done(summary, latency)
  print(string.format("p50 %.2f ms, p99 %.2f ms, other than 2xx %d",
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status))
end
