package org.postkontor.demo;

import java.util.List;

/**
 * A person of the demo world.
 *
 * @param oauth whether the mail server wants an access token; otherwise it wants the password
 */
record DemoUser(String address, String name, String password, boolean oauth) {

	static final DemoUser ANNA = new DemoUser("anna.muster@demo.test", "Anna Muster", "demo-anna", true);
	static final DemoUser BERT = new DemoUser("bert.beispiel@demo.test", "Bert Beispiel", "demo-bert", false);
	/** Not offered in the wizard: for UI tests that want somebody unused. */
	static final DemoUser CLARA = new DemoUser("clara.muster@demo.test", "Clara Muster", "demo-clara", true);

	static final List<DemoUser> ALL = List.of(ANNA, BERT, CLARA);
	static final List<DemoUser> OFFERED = List.of(ANNA, BERT);
}
