package org.postkontor.demo.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@code Journey --product DIR --dir DIR}: exit code 0 only if every step happened. */
public final class Journey {
	private Journey() {
	}

	/** The product's folder has the start scripts; the other folder is empty and becomes world and home. */
	public static void main(String[] arguments) throws Exception {
		Map<String, Path> options = options(arguments);
		if (!options.keySet().equals(java.util.Set.of("--product", "--dir"))) {
			System.err.println("usage: Journey --product DIR --dir DIR");
			System.exit(64);
		}
		System.exit(travel(options.get("--product"), Files.createDirectories(options.get("--dir"))) ? 0 : 1);
	}

	private static boolean travel(Path product, Path folder) throws Exception {
		Steps steps = new Steps();
		try (World world = World.start(folder)) {
			Cli cli = new Cli(product, folder);
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

	private static Map<String, Path> options(String[] arguments) {
		Map<String, Path> options = new TreeMap<>();
		for (int i = 0; i + 1 < arguments.length; i += 2) {
			options.put(arguments[i], Path.of(arguments[i + 1]).toAbsolutePath());
		}
		return options;
	}
}
