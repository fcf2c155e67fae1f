import { Icon } from "./icon";

/** Large pictures with words that lead somewhere. */
export function TileLinks(props: {
  label: string;
  links: { href: string; icon: string; label: string }[];
}) {
  return (
    <ul class="tiles tiles-large" aria-label={props.label}>
      {props.links.map((link) => (
        <li key={link.href} class="tile-place">
          <a class="tile" href={link.href}>
            <Icon name={link.icon} />
            <span>{link.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
