// As behind a proxy that compresses: no server here is asked to.
export default { compress: false, poweredByHeader: false };
