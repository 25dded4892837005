package org.postkontor.demo.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code Journey --product DIR --dir DIR [--world CLASS] [--logs DIR]}: exit code 0 only if every step happened. */
public final class Journey {
	private Journey() {
	}

	/**
	 * The product's folder has the start scripts; the other folder is empty and becomes world and home. The world is a program on the
	 * same class path that keeps to what {@link org.postkontor.demo.DemoWorld} promises. With a folder for logs, the product tells everything.
	 */
	public static void main(String[] arguments) throws Exception {
		Map<String, String> options = options(arguments);
		options.putIfAbsent("--world", "org.postkontor.demo.DemoWorld");
		String logs = options.remove("--logs");
		if (!options.keySet().equals(Set.of("--product", "--dir", "--world"))) {
			System.err.println("usage: Journey --product DIR --dir DIR [--world CLASS] [--logs DIR]");
			System.exit(64);
		}
		Path product = Path.of(options.get("--product")).toAbsolutePath();
		Path folder = Files.createDirectories(Path.of(options.get("--dir")).toAbsolutePath());
		Optional<Logging> logging = logs == null ? Optional.empty() : Optional.of(new Logging(product, Path.of(logs).toAbsolutePath()));
		System.exit(travel(new Cli(product, folder, logging), folder, options.get("--world")) ? 0 : 1);
	}

	private static boolean travel(Cli cli, Path folder, String program) throws Exception {
		Steps steps = new Steps();
		try (World world = World.start(program, folder)) {
			MailAccounts accounts = new MailAccounts(cli);
			MailExchange mails = new MailExchange(cli, world.file(), folder);
			for (DemoFile.Person person : world.file().travellers()) {
				steps.take("discover " + person.address(), () -> accounts.discover(person));
				steps.take("add " + person.address(), () -> accounts.add(person));
				steps.take("sign in " + person.address(), () -> accounts.signIn(person));
				steps.take("test " + person.address(), () -> accounts.check(person));
			}
			steps.take("send three mails", mails::send);
			steps.take("outbox drain", mails::drain);
			steps.take("receive", mails::receive);
			steps.take("compare the bytes", mails::compare);
			steps.take("outbox empty", mails::outboxIsEmpty);
		} catch (JourneyStopped e) {
			System.out.println("\n" + e.getMessage());
		}
		return steps.printSummary();
	}

	private static Map<String, String> options(String[] arguments) {
		Map<String, String> options = new TreeMap<>();
		for (int i = 0; i + 1 < arguments.length; i += 2) {
			options.put(arguments[i], arguments[i + 1]);
		}
		return options;
	}
}
