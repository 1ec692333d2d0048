// Loads scripts once the page is at rest, and then says so if the page is still there.
export default function (component) {
  const { data, setTriggerValue } = component
  if (window.tmAhead) return
  window.tmAhead = true
  let left = false
  const load = async () => {
    for (const script of data.scripts) await import(new URL(script, window.location.href).href).catch(() => {})
    if (!left) setTriggerValue("loaded", true)
  }
  ;(window.requestIdleCallback || setTimeout)(load, { timeout: 900 })
  return () => {
    left = true
  }
}
