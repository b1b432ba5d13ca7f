import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TestPage } from '../testing';
import { EvidenceChip } from '../ui/EvidenceChip';
import { Markdown } from './Markdown';

describe('Markdown', () => {
  it('turns evidence and trade links into chips', async () => {
    const open = vi.fn();
    render(
      <TestPage>
        <Markdown
          text="You lost [−$2,594.68](evidence:net_pnl), most with [T-0194](trade:0190-aa)."
          renderEvidence={(link) => (
            <EvidenceChip kind={link.kind} onOpen={() => open(link.kind, link.id)}>
              {link.text}
            </EvidenceChip>
          )}
        />
      </TestPage>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Evidence: −$2,594.68' }));
    await userEvent.click(screen.getByRole('button', { name: 'Trade T-0194' }));
    expect(open.mock.calls).toEqual([
      ['figure', 'net_pnl'],
      ['trade', '0190-aa'],
    ]);
  });

  it('lets no HTML, script address or picture through', async () => {
    const { container } = render(
      <TestPage>
        <Markdown text={'<script>alert(1)</script>\n\nA <b onclick="x()">raw</b> [go](javascript:alert(1)) ![chart](https://evil.example/?q=secret) end'} />
      </TestPage>,
    );
    expect(await screen.findByText(/Image not shown: chart/)).toBeInTheDocument();
    expect(screen.getByText('<script>alert(1)</script>')).toBeInTheDocument();
    expect(container.querySelector('script, img, [onclick], a[href^="javascript"]')).toBeNull();
  });

  it('opens links to the web without telling where from', async () => {
    render(
      <TestPage>
        <Markdown text="See [docs](https://example.com/a)." />
      </TestPage>,
    );
    const link = await screen.findByRole('link', { name: 'docs' });
    expect(link).toHaveAttribute('rel', expect.stringContaining('noreferrer'));
    expect(link).toHaveAttribute('target', '_blank');
  });
});
