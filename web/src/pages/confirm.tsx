import type { ComponentChildren } from "preact";
import { t } from "../core/messages/index";
import { Question } from "../ui/question";
import { useTask } from "./task";

/** Asks, does it after a yes, and stays open with the reason when that did not work. */
export function Confirm(props: {
  title: string;
  open: boolean;
  yes: string;
  no?: string;
  icon?: string;
  wide?: boolean;
  large?: boolean;
  onYes: () => Promise<unknown>;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const { busy, error, run, clear } = useTask();
  const onClose = () => {
    clear();
    props.onClose();
  };
  const onYes = () =>
    void run(async () => {
      await props.onYes();
      props.onClose();
    });
  const { no = t("shell.cancel"), ...asked } = props;
  const failed = t("settings.failed");
  return <Question {...asked} {...{ no, failed, busy, error, onYes, onClose }} />;
}
