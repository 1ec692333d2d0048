// A page of the original as a picture, with a frame around every figure on it.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  let box = parentElement.querySelector(".sheet")
  if (!box) {
    box = document.createElement("div")
    box.className = "sheet"
    parentElement.appendChild(box)
  }
  if (box.dataset.of !== data.of) {
    box.dataset.of = data.of
    const picture = document.createElement("img")
    picture.src = data.picture
    picture.alt = data.label
    const frames = data.frames.map(([left, top, right, bottom, kind, start, title]) => {
      const frame = document.createElement("button")
      frame.type = "button"
      frame.className = "frame " + kind
      frame.title = title
      frame.setAttribute("aria-label", title)
      frame.dataset.start = start
      frame.style.left = left * 100 + "%"
      frame.style.top = top * 100 + "%"
      frame.style.width = (right - left) * 100 + "%"
      frame.style.height = (bottom - top) * 100 + "%"
      frame.onclick = () => setTriggerValue("clicked", Number(start))
      return frame
    })
    const whole = document.createElement("div")
    whole.className = "whole"
    whole.append(picture, ...frames)
    box.replaceChildren(whole)
  }
  for (const frame of box.querySelectorAll(".frame")) frame.classList.toggle("at", Number(frame.dataset.start) === data.at)
  const chosen = box.querySelector(".frame.at")
  if (chosen) {
    const show = () => {
      const top = chosen.offsetTop
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 60) box.scrollTop = Math.max(top - 160, 0)
    }
    const picture = box.querySelector("img")
    if (picture.complete) show()
    else picture.onload = show
  }
}
