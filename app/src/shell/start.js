function start(wasm, init, islands) {
	const outer = [];
	async function walk(node) {
		const tag = node.localName;
		if (tag === "leptos-island") {
			const island = islands[node.dataset.component];
			if (island) {
				const takeUp = outer[outer.length - 1];
				if (takeUp) takeUp();
				await island(node);
			}
		}
		if (tag === "leptos-children") outer.push(node.$$on_hydrate);
		// Not `node.children`: a form's field of that name would stand in its place.
		for (let child = node.firstElementChild; child; child = child.nextElementSibling) await walk(child);
		if (tag === "leptos-children") outer.pop();
	}
	init({ module_or_path: wasm }).then(() => {
		islands.hydrate();
		return walk(document.body);
	}).catch((error) => {
		// The page works without: it is served whole, and its forms are sent.
		console.error("islands did not start", error);
	});
}
