package org.postkontor.bench;

/** One of the things that are compared. */
public interface Side {
	String name();

	/** One round; everything it needs is there, nothing of it is left for the next. */
	Sample round() throws Exception;

	/** Whether its rounds get shorter while the VM compiles what they run. The time for warming up belongs to such sides. */
	default boolean warmsUp() {
		return true;
	}
}
