function start(wasm, init, program) {
	init({ module_or_path: wasm }).then(program.start).catch((error) => {
		// The page works without: it is served whole, and its forms are sent.
		console.error("the page's program did not start", error);
	});
}
