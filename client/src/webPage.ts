import { Uri, type Webview } from 'vscode';

/** A page that the extension shows: its script and its looks are files of `dist` under its name. */
export interface WebPage {
  readonly name: 'previewPage' | 'questionsPage';
  readonly title: string;
  readonly body: string;
  /** The folder from which the page's pictures come; none is shown without. */
  readonly pictures?: Uri;
}

/** The page's HTML. Nothing runs in it but its own script. */
export function webPage(webview: Webview, dist: Uri, { name, title, body, pictures }: WebPage): string {
  const { cspSource } = webview;
  const file = (path: string) => webview.asWebviewUri(Uri.joinPath(dist, path));
  const policy = [
    "default-src 'none'",
    ...['style-src', 'script-src', ...(pictures === undefined ? [] : ['img-src', 'base-uri'])].map(
      kind => `${kind} ${cspSource}`,
    ),
  ];
  return `<!DOCTYPE html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
    <title>${title}</title>
    <link rel="stylesheet" href="${file(`${name}.css`)}">
    ${pictures === undefined ? '' : `<base href="${webview.asWebviewUri(pictures)}/">`}
  </head>
  <body>
    ${body}
    <script src="${file(`${name}.js`)}"></script>
  </body>
</html>`;
}
