/** The nonce that lets the components' style elements through the content security policy; the gateway fills it per answer. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * Some parts of antd (the scroll lock of dialogs, the measuring of scroll bars) make style elements without passing the nonce on.
 * Every style element of this program gets it here, when it is made; markup that somebody slips in still has none.
 */
export function giveStylesTheNonce(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.nonce = cspNonce;
    return element;
  };
}
