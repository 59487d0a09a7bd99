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
		for (const child of node.children) await walk(child);
		if (tag === "leptos-children") outer.pop();
	}
	init({ module_or_path: wasm }).then(() => {
		islands.hydrate();
		return walk(document.body);
	});
}
