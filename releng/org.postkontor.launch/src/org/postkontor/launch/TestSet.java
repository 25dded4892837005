package org.postkontor.launch;

import java.util.List;

/** Which tests run, and how. */
enum TestSet {
	/** Without the {@linkplain LongTests long tests}, in virtual machines that end before their second compiler would be worth its time. */
	FAST(List.of("-DexcludedGroups=" + LongTests.TAG, "-D" + LongTests.SKIP + "=true"), "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "),
	/** All tests, in virtual machines with their own defaults. */
	WHOLE(List.of(), "");

	private final List<String> options;
	private final String jvm;

	TestSet(List<String> options, String jvm) {
		this.options = options;
		this.jvm = jvm;
	}

	/** Of Maven. */
	List<String> options() {
		return options;
	}

	/** Of the virtual machines that run the tests; ends with a blank unless it is empty. */
	String jvm() {
		return jvm;
	}
}
