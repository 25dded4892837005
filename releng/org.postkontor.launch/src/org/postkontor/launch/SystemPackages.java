package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packages of Debian and Ubuntu that tests need. Tests of windows: a virtual screen, GTK, a small window manager; and a browser,
 * where the distribution has one as a package (Ubuntu has not). Tests of the outbox: strace, which sees what is forced to disk.
 * Tests with real servers: Dovecot and Postfix, which are not started as services and not configured; a mail server that is there
 * stays as it is. Benchmarks: msmtp, and smtp-source, which Postfix has.
 */
final class SystemPackages {
	/** Each with the name it has in newer releases. */
	private static final List<List<String>> WANTED = List.of(List.of("xvfb"), List.of("xauth"), List.of("libgtk-3-0", "libgtk-3-0t64"), List.of("openbox"));
	private static final List<List<String>> BROWSER = List.of(List.of("chromium"));
	private static final List<List<String>> STRACE = List.of(List.of("strace"));
	private static final List<List<String>> MAIL_SERVERS = List.of(List.of("dovecot-core"), List.of("dovecot-imapd"), List.of("dovecot-pop3d"),
			List.of("dovecot-lmtpd"), List.of("dovecot-submissiond"), List.of("postfix"));
	/** For benchmarks, which leave out what is missing. */
	private static final List<List<String>> MAIL_CLIENTS = List.of(List.of("msmtp"));
	/** What Postfix would ask: it is to leave /etc alone. Only told to one that is not there yet. */
	private static final String NO_POSTFIX_CONFIGURATION = "postfix postfix/main_mailer_type select No configuration\n";
	private static final Path SENDMAIL = Path.of("/usr/sbin/sendmail");
	private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

	/** Installs what is missing. Returns why something is still missing: nothing if all is well. */
	List<String> install() throws IOException, InterruptedException {
		if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
			return Project.os().equals("linux") ? List.of("set-up of system packages: no apt-get; install Xvfb, xauth, GTK 3, openbox, Chromium, strace, Dovecot, Postfix and msmtp yourself") : List.of();
		}
		List<String> problems = new ArrayList<>();
		install(missing(WANTED)).ifPresent(problems::add);
		install(missing(BROWSER)).ifPresent(problems::add);
		install(missing(STRACE)).ifPresent(problems::add);
		installMailServers().ifPresent(problems::add);
		install(missing(MAIL_CLIENTS)).ifPresent(problems::add);
		return problems;
	}

	private static Optional<String> installMailServers() throws IOException, InterruptedException {
		List<String> missing = missing(MAIL_SERVERS);
		if (missing.contains("postfix")) {
			if (Files.exists(SENDMAIL)) {
				return Optional.of("set-up of mail servers: another one is installed (" + SENDMAIL.toRealPath() + ") and stays; Postfix would replace it");
			}
			if (root()) {
				feed(NO_POSTFIX_CONFIGURATION, "debconf-set-selections");
			}
		}
		return install(missing);
	}

	private static Optional<String> install(List<String> missing) throws IOException, InterruptedException {
		if (missing.isEmpty()) {
			return Optional.empty();
		}
		if (!root()) {
			return Optional.of("set-up of system packages: not root; run \"apt-get install --no-install-recommends " + String.join(" ", missing) + "\"");
		}
		System.out.println("Installing system packages: " + String.join(" ", missing));
		boolean ownPolicy = forbidStarting();
		try {
			if (apt(missing) != 0 && (run("apt-get", "update") != 0 | apt(missing) != 0)) {
				return Optional.of("set-up of system packages: apt-get could not install " + String.join(" ", missing));
			}
			return Optional.empty();
		} finally {
			if (ownPolicy) {
				Files.delete(POLICY);
			}
		}
	}

	private static List<String> missing(List<List<String>> wanted) throws IOException, InterruptedException {
		List<String> missing = new ArrayList<>();
		for (List<String> names : wanted) {
			boolean installed = false;
			for (String name : names) {
				installed |= output("dpkg-query", "-W", "-f=${db:Status-Status}", name).equals("installed");
			}
			String known = names.get(0);
			for (String name : installed ? List.<String>of() : names) {
				known = output("apt-cache", "show", "--no-all-versions", name).isBlank() ? known : name;
			}
			if (!installed) {
				missing.add(known);
			}
		}
		return missing;
	}

	/** Exit code 101 tells a package's scripts to start no service. A policy that is there stays as it is. */
	private static boolean forbidStarting() throws IOException {
		if (Files.exists(POLICY)) {
			return false;
		}
		Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
		Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
		return true;
	}

	private static int apt(List<String> packages) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "--no-remove"));
		command.addAll(packages);
		return run(command.toArray(String[]::new));
	}

	private static int run(String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		return builder.start().waitFor();
	}

	static boolean root() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static void feed(String input, String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try (var in = process.outputWriter()) {
			in.write(input);
		}
		process.waitFor();
	}

	private static String output(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String text = new String(process.getInputStream().readAllBytes());
		return process.waitFor() == 0 ? text.strip() : "";
	}
}
