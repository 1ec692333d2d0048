// Sets the cursor into a field when a letter is pressed outside of any field.
export default function (component) {
  const { data } = component
  const press = (event) => {
    const at = event.composedPath()[0]
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== data.letter) return
    if (at && (at.tagName === "INPUT" || at.tagName === "TEXTAREA" || at.isContentEditable)) return
    const field = document.querySelector(".st-key-" + CSS.escape(data.field) + " input")
    if (!field) return
    event.preventDefault()
    field.focus()
    field.select()
  }
  document.addEventListener("keydown", press)
  return () => document.removeEventListener("keydown", press)
}
