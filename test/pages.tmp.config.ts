import config from "./playwright.config.ts";
export default { ...config, outputDir: "/tmp/pages-out", webServer: { ...config.webServer, command: "vite preview --outDir /tmp/pages-dist --port 5431 --strictPort", url: "http://127.0.0.1:5431/" }, use: { ...config.use, baseURL: "http://127.0.0.1:5431/" } };
