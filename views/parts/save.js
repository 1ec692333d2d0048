// Saves the chart beside it as a picture: what is on the page, with its title, source and date, on the page's own ground.
export default function (component) {
  const { data, parentElement } = component
  let box = parentElement.querySelector(".save")
  if (!box) {
    box = document.createElement("div")
    box.className = "save"
    parentElement.appendChild(box)
  }
  box.replaceChildren(...["svg", "png"].map((kind) => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = data[kind]
    button.onclick = () => save(kind, data)
    return button
  }))
}

function save(kind, data) {
  if (data.picture) return keep(kind, data, data.picture)
  const chart = document.querySelector(".st-key-" + CSS.escape(data.chart) + " .js-plotly-plot")
  if (!chart) return
  const layers = [...chart.querySelectorAll(".main-svg")]
  if (!layers.length) return
  const space = "http://www.w3.org/2000/svg"
  const width = layers[0].clientWidth || chart.clientWidth, height = layers[0].clientHeight || chart.clientHeight
  const whole = document.createElementNS(space, "svg")
  whole.setAttribute("xmlns", space)
  whole.setAttribute("width", width)
  whole.setAttribute("height", height)
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`)
  const told = document.createElementNS(space, "title")
  told.textContent = data.title
  const about = document.createElementNS(space, "desc")
  about.textContent = data.about
  const ground = document.createElementNS(space, "rect")
  ground.setAttribute("width", "100%")
  ground.setAttribute("height", "100%")
  ground.setAttribute("fill", data.ground)
  whole.append(told, about, ground)
  for (const layer of layers) {
    for (const child of layer.children) whole.appendChild(child.cloneNode(true))
  }
  for (const drag of whole.querySelectorAll(".dragcover, .nsewdrag, .draglayer")) drag.remove()
  const text = '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(whole)
  keep(kind, data, text)
}

function keep(kind, data, text) {
  const svg = new Blob([text], { type: "image/svg+xml;charset=utf-8" })
  if (kind === "svg") return give(svg, data.name + ".svg")
  const picture = new Image()
  const place = URL.createObjectURL(svg)
  picture.onload = () => {
    const canvas = document.createElement("canvas")
    canvas.width = picture.naturalWidth * 2
    canvas.height = picture.naturalHeight * 2
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
    URL.revokeObjectURL(place)
    canvas.toBlob((png) => give(png, data.name + ".png"), "image/png")
  }
  picture.src = place
}

function give(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}
