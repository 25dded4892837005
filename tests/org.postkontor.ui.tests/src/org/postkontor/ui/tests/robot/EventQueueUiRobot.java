package org.postkontor.ui.tests.robot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.postkontor.ui.tests.fakes.Pause;

/**
 * Drives SWT through its own event queue: clicks are Selection events on the thread of the user interface, so that no
 * window manager, focus or screen position matters. A click returns at once, even if it opens a modal dialog.
 */
public final class EventQueueUiRobot implements UiRobot {
	private static final Pattern MNEMONIC = Pattern.compile("(?<!&)&([^&\\s])");
	private static final List<Integer> MODIFIERS = List.of(SWT.CTRL, SWT.SHIFT, SWT.ALT, SWT.COMMAND);
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Display display;
	private final Optional<Path> pictures;
	private volatile String shellTitle = "";

	/** @param pictures folder for screenshots; none are made if it is empty */
	public EventQueueUiRobot(Display display, Optional<Path> pictures) {
		this.display = display;
		this.pictures = pictures;
	}

	@Override
	public void useShell(String title) {
		shellTitle = title;
		waitUntil("window " + title, () -> ask(() -> shell().isPresent()));
		on(() -> shell().ifPresent(Shell::setActive));
	}

	@Override
	public void waitUntilClosed(String title) {
		waitUntil("no window " + title, () -> ask(() -> Arrays.stream(display.getShells()).noneMatch(s -> s.isVisible() && s.getText().equals(title))));
	}

	@Override
	public void click(String button) {
		Button found = find("enabled button " + button, () -> button(button).filter(Button::isEnabled));
		later(() -> {
			if ((found.getStyle() & SWT.RADIO) != 0) {
				tree().all(Button.class).filter(b -> b.getParent() == found.getParent()).forEach(b -> b.setSelection(b == found));
			}
			select(found);
		});
	}

	@Override
	public void clickTool(String name) {
		ToolItem found = find("enabled tool " + name, () -> tool(name));
		later(() -> found.notifyListeners(SWT.Selection, event(found)));
	}

	@Override
	public boolean canClickTool(String name) {
		return ask(() -> tool(name).isPresent());
	}

	private Optional<ToolItem> tool(String name) {
		return tree().all(ToolBar.class).flatMap(bar -> Arrays.stream(bar.getItems())).filter(item -> named(item, name)).filter(ToolItem::isEnabled).findFirst();
	}

	@Override
	public void chooseFrom(String button, String item) {
		MenuItem found = find("item " + item + " of " + button, () -> button(button).map(Button::getMenu)
				.flatMap(menu -> Arrays.stream(menu.getItems()).filter(i -> i.getText().equals(item)).findFirst()));
		later(() -> found.notifyListeners(SWT.Selection, event(found)));
	}

	@Override
	public void clickLink(String text) {
		Link found = find("link " + text, () -> tree().all(Link.class).filter(l -> l.getText().contains(text)).findFirst());
		later(() -> select(found));
	}

	@Override
	public void setChecked(String button, boolean checked) {
		Button found = find("check box " + button, () -> button(button));
		later(() -> {
			found.setSelection(checked);
			select(found);
		});
	}

	@Override
	public boolean isEnabled(String button) {
		return ask(() -> button(button).map(Button::isEnabled).orElse(false));
	}

	@Override
	public void type(String label, String text) {
		Control field = find("field " + label, () -> field(label));
		on(() -> {
			field.setFocus();
			switch (field) {
			case Combo combo -> combo.setText(text);
			case Spinner spinner -> {
				spinner.setSelection(Integer.parseInt(text));
				spinner.notifyListeners(SWT.Selection, event(spinner));
			}
			default -> ((Text) field).setText(text);
			}
		});
	}

	@Override
	public String textOf(String label) {
		Control field = find("field " + label, () -> field(label));
		return ask(() -> switch (field) {
		case Combo combo -> combo.getText();
		case Spinner spinner -> spinner.getText();
		default -> ((Text) field).getText();
		});
	}

	@Override
	public boolean shows(String text) {
		return ask(() -> shownTexts().map(WidgetTree::plain).anyMatch(t -> t.contains(text) || t.contains(WidgetTree.plain(text))));
	}

	@Override
	public void choose(String label, String item) {
		Combo combo = find("combo " + label, () -> tree().labelled(Combo.class, label).filter(c -> c.indexOf(item) >= 0));
		later(() -> {
			combo.select(combo.indexOf(item));
			combo.notifyListeners(SWT.Selection, event(combo));
		});
	}

	@Override
	public List<List<String>> rows(String table) {
		return ask(() -> tree().labelled(Table.class, table).map(found -> Arrays.stream(found.getItems()).map(item -> cells(found, item)).toList())
				.orElse(List.of()));
	}

	@Override
	public ImageData icon(String table, int row) {
		return find("icon in row " + row + " of " + table, () -> tree().labelled(Table.class, table).filter(t -> t.getItemCount() > row)
				.flatMap(t -> Optional.ofNullable(t.getItem(row).getImage())).map(image -> image.getImageData(100)));
	}

	@Override
	public void sortBy(String table, String column) {
		TableColumn found = find("column " + column, () -> tree().labelled(Table.class, table)
				.flatMap(t -> Arrays.stream(t.getColumns()).filter(c -> c.getText().equals(column)).findFirst()));
		on(() -> found.notifyListeners(SWT.Selection, event(found)));
	}

	@Override
	public void selectRow(String table, int row) {
		Table found = find("table " + table + " with row " + row, () -> tree().labelled(Table.class, table).filter(t -> t.getItemCount() > row));
		on(() -> {
			found.setFocus();
			found.setSelection(row);
			found.notifyListeners(SWT.Selection, event(found));
		});
	}

	@Override
	public List<String> treeItems(String tree) {
		Tree found = find("tree " + tree, () -> tree().labelled(Tree.class, tree));
		return ask(() -> Arrays.stream(found.getItems()).flatMap(EventQueueUiRobot::below).map(TreeItem::getText).toList());
	}

	@Override
	public void selectTreeItem(String tree, String item) {
		TreeItem found = find("tree item " + item, () -> tree().labelled(Tree.class, tree)
				.flatMap(t -> Arrays.stream(t.getItems()).flatMap(EventQueueUiRobot::below).filter(i -> i.getText().equals(item)).findFirst()));
		on(() -> {
			found.getParent().setSelection(found);
			found.getParent().notifyListeners(SWT.Selection, event(found));
		});
	}

	@Override
	public void menu(String... path) {
		MenuItem found = find("menu " + List.of(path), () -> shell().map(Shell::getMenuBar).flatMap(bar -> item(bar, path, 0)));
		later(() -> found.notifyListeners(SWT.Selection, event(found)));
	}

	@Override
	public void typeIntoFocus(String text) {
		Control focus = find("control with the keyboard", () -> Optional.ofNullable(display.getFocusControl()));
		on(() -> {
			if (focus instanceof Text field) {
				field.insert(text);
			} else if (focus instanceof Combo combo) {
				combo.setText(combo.getText() + text);
			} else {
				throw new IllegalStateException("cannot type into " + focus);
			}
		});
	}

	@Override
	public void traverse(int traversal) {
		Control focus = find("control with the keyboard", () -> Optional.ofNullable(display.getFocusControl()));
		later(() -> {
			Button preset = focus.getShell().getDefaultButton();
			if (traversal == SWT.TRAVERSE_MNEMONIC && focus instanceof Button button) {
				select(button);
			} else if (traversal == SWT.TRAVERSE_RETURN && preset != null && preset.isEnabled()) {
				select(preset); // what Return does in every field of one line
			} else {
				focus.traverse(traversal);
			}
		});
	}

	@Override
	public void press(int modifier, int key) {
		find("control with the keyboard", () -> Optional.ofNullable(display.getFocusControl()));
		on(() -> {
			List<Integer> held = MODIFIERS.stream().filter(m -> (modifier & m) != 0).toList();
			boolean done = held.stream().allMatch(m -> display.post(key(SWT.KeyDown, m)));
			done &= display.post(key(SWT.KeyDown, key)) && display.post(key(SWT.KeyUp, key));
			for (int m : held) {
				done &= display.post(key(SWT.KeyUp, m));
			}
			if (!done) {
				throw new IllegalStateException("the key was not pressed");
			}
		});
	}

	/** What stands on a key is a character, all others have a code. */
	private static Event key(int type, int key) {
		Event event = new Event();
		event.type = type;
		if (key < SWT.KEYCODE_BIT && (key & SWT.MODIFIER_MASK) == 0) {
			event.character = (char) key;
		}
		event.keyCode = key;
		return event;
	}

	@Override
	public boolean hasKeyboard(String name) {
		return ask(() -> Optional.ofNullable(display.getFocusControl()).filter(control -> WidgetTree.accessibleName(control).equals(name)
				|| control instanceof Button button && WidgetTree.plain(button.getText()).equals(WidgetTree.plain(name))
				|| control instanceof Link link && link.getText().equals("<a>" + name + "</a>")).isPresent());
	}

	@Override
	public List<Character> mnemonics() {
		return ask(() -> tree().visible().stream().map(control -> switch (control) {
		case Button button -> button.getText();
		case Label label -> label.getText();
		default -> "";
		}).flatMap(text -> MNEMONIC.matcher(text).results()).map(found -> Character.toLowerCase(found.group(1).charAt(0))).toList());
	}

	@Override
	public void chooseFromContextMenu(String item) {
		MenuItem found = find("item " + item + " of the context menu", () -> Optional.ofNullable(display.getFocusControl()).map(Control::getMenu)
				.flatMap(menu -> item(menu, new String[] { item }, 0)).filter(MenuItem::isEnabled));
		later(() -> found.notifyListeners(SWT.Selection, event(found)));
	}

	@Override
	public boolean hasOpenMenu() {
		return ask(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).flatMap(shell -> new WidgetTree(shell).visible().stream())
				.map(Control::getMenu).anyMatch(menu -> menu != null && menu.isVisible()));
	}

	@Override
	public List<String> toolTips() {
		return ask(() -> tree().all(ToolBar.class).flatMap(bar -> Arrays.stream(bar.getItems())).map(item -> String.valueOf(item.getToolTipText())).toList());
	}

	@Override
	public void screenshot(String name) {
		pictures.ifPresent(folder -> on(() -> new Screenshot(folder).of(shell().orElseThrow(), name)));
	}

	@Override
	public void waitUntil(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("waited in vain for " + what + "; the window " + shellTitle + " shows " + ask(() -> shownTexts().toList()) + "; windows: "
						+ ask(() -> Arrays.stream(display.getShells()).filter(Shell::isVisible).map(Shell::getText).toList()) + "; the keyboard has "
						+ ask(() -> Optional.ofNullable(display.getFocusControl()).map(Control::toString)));
			}
			Pause.briefly();
		}
	}

	private <T> T find(String what, Supplier<Optional<T>> search) {
		AtomicReference<T> found = new AtomicReference<>();
		waitUntil(what, () -> {
			ask(search).ifPresent(found::set);
			return found.get() != null;
		});
		return found.get();
	}

	/** The one opened last of that title: dialogs lie over windows. */
	private Optional<Shell> shell() {
		return Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals(shellTitle)).reduce((a, b) -> b);
	}

	private WidgetTree tree() {
		return shell().map(WidgetTree::new).orElseGet(() -> new WidgetTree(new Shell(display)));
	}

	private Optional<Button> button(String text) {
		return tree().all(Button.class).filter(b -> WidgetTree.plain(b.getText()).equals(WidgetTree.plain(text))).findFirst();
	}

	private Optional<Control> field(String label) {
		Optional<Text> text = tree().labelled(Text.class, label);
		Optional<Combo> combo = tree().labelled(Combo.class, label);
		List<Control> order = tree().visible();
		return Stream.of(text, combo, tree().labelled(Spinner.class, label)).flatMap(Optional::stream).map(Control.class::cast).min(Comparator.comparingInt(order::indexOf));
	}

	private Stream<String> shownTexts() {
		return tree().visible().stream().map(control -> switch (control) {
		case Label label -> label.getText();
		case Link link -> link.getText();
		case Button button -> button.getText();
		case Group group -> group.getText();
		case Text text -> text.getText();
		case org.eclipse.swt.custom.CLabel label -> String.valueOf(label.getText());
		default -> "";
		}).filter(text -> !text.isEmpty());
	}

	private static boolean named(ToolItem item, String name) {
		return WidgetTree.plain(name).equals(item.getText()) || String.valueOf(item.getToolTipText()).startsWith(WidgetTree.plain(name));
	}

	private static Optional<MenuItem> item(Menu menu, String[] path, int depth) {
		menu.notifyListeners(SWT.Show, new Event()); // menus are filled when they open
		for (MenuItem item : menu.getItems()) {
			if (WidgetTree.plain(item.getText()).split("\t")[0].equals(WidgetTree.plain(path[depth]))) {
				return depth == path.length - 1 ? Optional.of(item) : item(item.getMenu(), path, depth + 1);
			}
		}
		return Optional.empty();
	}

	private static Stream<TreeItem> below(TreeItem item) {
		return Stream.concat(Stream.of(item), Arrays.stream(item.getItems()).flatMap(EventQueueUiRobot::below));
	}

	private static List<String> cells(Table table, TableItem item) {
		return IntStream.range(0, Math.max(1, table.getColumnCount())).mapToObj(item::getText).toList();
	}

	private void select(Control control) {
		Event event = event(control);
		if (control instanceof Button button && (button.getStyle() & SWT.CHECK) != 0) {
			event.detail = SWT.NONE;
		}
		control.notifyListeners(SWT.Selection, event);
	}

	private static Event event(Widget widget) {
		Event event = new Event();
		event.widget = widget;
		event.display = widget.getDisplay();
		event.type = SWT.Selection;
		return event;
	}

	/** Without waiting, since it may open a modal dialog; what was queued before it is done first. */
	private void later(Runnable task) {
		display.asyncExec(task);
	}

	private void on(Runnable task) {
		display.syncExec(task);
	}

	private <T> T ask(Supplier<T> question) {
		return display.syncCall(question::get);
	}
}
