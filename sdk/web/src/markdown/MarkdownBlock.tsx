import { memo, type ReactNode } from 'react';
import ReactMarkdown, { defaultUrlTransform, type Components } from 'react-markdown';
import { Link } from 'react-router';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { useT } from '../i18n/useT';
import { EvidenceChip } from '../ui/EvidenceChip';
import { htmlAsText } from './htmlAsText';
import type { EvidenceLink } from './Markdown';

const evidencePattern = /^(evidence|trade):(.+)$/;

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== 'input'),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'evidence', 'trade'] },
};

/** One block of Markdown, drawn once per text. */
function MarkdownBlock({ text, renderEvidence }: { text: string; renderEvidence?: (link: EvidenceLink) => ReactNode }) {
  const components: Components = {
    a: ({ href = '', children }) => (
      <MarkdownLink href={href} renderEvidence={renderEvidence}>
        {children}
      </MarkdownLink>
    ),
    // A picture from elsewhere would tell that server what was asked.
    img: ({ alt }) => <BlockedImage alt={alt ?? ''} />,
    table: ({ children }) => (
      <div className="aw-md-table" tabIndex={0} role="group">
        <table>{children}</table>
      </div>
    ),
    h1: ({ children }) => <h3>{children}</h3>,
    h2: ({ children }) => <h3>{children}</h3>,
  };
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, htmlAsText]}
      rehypePlugins={[[rehypeSanitize, schema]]}
      urlTransform={(url) => (evidencePattern.test(url) ? url : defaultUrlTransform(url))}
      components={components}
    >
      {text}
    </ReactMarkdown>
  );
}

export default memo(MarkdownBlock);

function MarkdownLink({ href, children, renderEvidence }: { href: string; children: ReactNode; renderEvidence?: (link: EvidenceLink) => ReactNode }) {
  const evidence = evidencePattern.exec(href);
  if (evidence) {
    const kind = evidence[1] === 'trade' ? 'trade' : 'figure';
    const link: EvidenceLink = { kind, id: decodeURIComponent(evidence[2] ?? ''), text: plainText(children) };
    return renderEvidence ? renderEvidence(link) : <EvidenceChip kind={kind}>{children}</EvidenceChip>;
  }
  if (href.startsWith('/') && !href.startsWith('//')) {
    return (
      <Link className="aw-link" to={href}>
        {children}
      </Link>
    );
  }
  return (
    <a className="aw-link" href={href} target="_blank" rel="noreferrer noopener nofollow">
      {children}
    </a>
  );
}

function BlockedImage({ alt }: { alt: string }) {
  const t = useT('kit');
  return <span className="aw-md-blocked">{t('imageBlocked', { alt })}</span>;
}

function plainText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') {
    return String(node);
  }
  return Array.isArray(node) ? node.map(plainText).join('') : '';
}
