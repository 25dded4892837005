package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.postkontor.auth.Secret;
import org.postkontor.cli.internal.Terminal;
import org.postkontor.cli.internal.output.Output;
import org.postkontor.cli.internal.output.Texts;

/**
 * Lets the person paste the address that the browser ended at, for a browser that cannot reach this computer. Asked for
 * without echo, since the address holds the code; a read of the terminal cannot be interrupted, therefore its thread does
 * not keep the process.
 */
final class PastedAnswer {
	private final Terminal terminal;
	private final Output output;
	private final Texts texts;
	private final AtomicBoolean answered = new AtomicBoolean();

	PastedAnswer(Terminal terminal, Output output, Texts texts) {
		this.terminal = terminal;
		this.output = output;
		this.texts = texts;
	}

	/** Returns at once. @param pasted takes the address; false if it is not the answer that is waited for */
	void read(Predicate<String> pasted) {
		Thread.ofPlatform().daemon().name("pasted-answer").start(() -> ask(pasted));
	}

	/** The answer has come, by whichever way: nothing is said about what is typed after that. */
	void answered() {
		answered.set(true);
	}

	private void ask(Predicate<String> pasted) {
		while (!answered.get()) {
			Optional<Secret> typed = terminal.password(texts.get("signin.paste"));
			if (typed.isEmpty() || answered.get() || typed.get().use(text -> pasted.test(text.strip()))) {
				return;
			}
			if (!answered.get() && !typed.get().isEmpty()) {
				output.note(List.of(texts.get("signin.paste.wrong")));
			}
		}
	}
}
