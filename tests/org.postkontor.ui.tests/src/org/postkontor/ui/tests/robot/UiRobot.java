package org.postkontor.ui.tests.robot;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.graphics.ImageData;

/**
 * Drives the user interface as a person would: by titles, labels and texts that are seen. Scenarios are written against
 * this alone, so that another driver can run them. Every look-up waits, bounded, until what it looks for is there.
 */
public interface UiRobot {
	/** Waits for a window with this title and works in it from now on. */
	void useShell(String title);

	/** Waits until no window has this title. */
	void waitUntilClosed(String title);

	void click(String button);

	/** Clicks a tool bar button by its tool tip or text. */
	void clickTool(String name);

	/** Whether this tool bar button is there and can be clicked now. */
	boolean canClickTool(String name);

	/** Chooses from the menu that a button opens. */
	void chooseFrom(String button, String item);

	void clickLink(String text);

	void setChecked(String button, boolean checked);

	boolean isEnabled(String button);

	/** Replaces the text of a field, spinner or editable combo that follows the label. */
	void type(String label, String text);

	String textOf(String label);

	/** True if some label, group, button or read-only text shows these words now. */
	boolean shows(String text);

	void choose(String combo, String item);

	/** Cells of a table with this accessible name, row by row, as they are now; empty while there is no such table. */
	List<List<String>> rows(String table);

	/** The picture at the beginning of a row, in its own size. */
	ImageData icon(String table, int row);

	/** Clicks the head of a column. */
	void sortBy(String table, String column);

	void selectRow(String table, int row);

	/** Texts of the first column of a tree, depth first. */
	List<String> treeItems(String tree);

	void selectTreeItem(String tree, String item);

	/** Chooses from the menu bar. */
	void menu(String... path);

	/** What has the keyboard gets these characters, as if typed. */
	void typeIntoFocus(String text);

	/** Tab, Return, … as {@code SWT.TRAVERSE_*}, in the control that has the keyboard. */
	void traverse(int traversal);

	/** Presses and lets go a key, with {@code SWT.MOD1}, {@code SWT.MOD1 | SWT.SHIFT} … held down or {@code SWT.NONE}; it goes to what has the keyboard. */
	void press(int modifier, int key);

	/** Whether the control with this accessible name, or the button or link with this text, has the keyboard. */
	boolean hasKeyboard(String name);

	/** The letters that reach a button or field with the Alt key, in lower case, as often as they are used in the window now. */
	List<Character> mnemonics();

	/** Chooses from the menu that the menu key opens for what has the keyboard. */
	void chooseFromContextMenu(String item);

	/** Whether a context menu of the control that has the keyboard is open now. */
	boolean hasOpenMenu();

	/** What the tool bar buttons of the window say when the mouse rests on them. */
	List<String> toolTips();

	/** A picture of the window, if pictures are wanted. */
	void screenshot(String name);

	/** Waits, bounded, until the condition holds; it is asked on the calling thread and may ask the robot. */
	void waitUntil(String what, BooleanSupplier condition);
}
