import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the sample consultation on a server as its secretariat; answers its id. */
export async function openSample(url: string, cookie: string): Promise<string> {
  const made = await fetch(`${url}/api/consultations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ template: 'sample-2017' }),
  });
  const { id } = (await made.json()) as { id: string };
  return id;
}

/** Begins a draft in the room on the page; answers its text. */
export async function beginDraft(page: Page, title: string): Promise<Locator> {
  await page
    .getByRole('button', { name: 'Begin the first draft' })
    .or(page.getByRole('button', { name: 'New draft' }))
    .first()
    .click();
  await page.getByLabel('Title of the draft').fill(title);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  const text = page.getByRole('textbox', { name: `Text of “${title}”` });
  await expect(text).toBeVisible();
  return text;
}
