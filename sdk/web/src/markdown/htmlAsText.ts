interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** Shows HTML that stands in Markdown as the characters it is made of, instead of dropping what was written. */
export function htmlAsText() {
  return (tree: unknown): void => {
    change(tree as Node);
  };
}

const blocks = new Set(['root', 'blockquote', 'listItem']);

function change(node: Node): void {
  node.children?.forEach((child) => {
    if (child.type === 'html') {
      const text: Node = { type: 'text', value: child.value ?? '' };
      if (blocks.has(node.type)) {
        child.type = 'paragraph';
        child.children = [text];
        delete child.value;
      } else {
        child.type = 'text';
      }
    } else {
      change(child);
    }
  });
}
