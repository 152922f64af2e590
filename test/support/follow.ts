import type { Page } from "playwright-core";

/** Follows a link to the page that is open, as going back and forward does. */
export function follow(page: Page, link: string): Promise<void> {
  return page.evaluate((query) => {
    history.pushState(null, "", query);
    dispatchEvent(new PopStateEvent("popstate"));
  }, link);
}
