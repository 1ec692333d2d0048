// Copies a text that is on the page.
export default function (component) {
  const { data, parentElement } = component
  let button = parentElement.querySelector("button")
  if (!button) {
    button = document.createElement("button")
    button.type = "button"
    parentElement.appendChild(button)
  }
  button.textContent = data.label
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text)
    } catch {
      const field = document.createElement("textarea")
      field.value = data.text
      document.body.appendChild(field)
      field.select()
      document.execCommand("copy")
      field.remove()
    }
    button.textContent = data.done
    setTimeout(() => { button.textContent = data.label }, 1500)
  }
}
