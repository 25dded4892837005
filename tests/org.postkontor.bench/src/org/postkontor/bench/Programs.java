package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the operating system that send mails, where they are installed. */
final class Programs {
	static final String SMTP_SOURCE = "Postfix smtp-source, no TLS";
	static final String MSMTP = "msmtp, one process for each mail";

	private Programs() {
	}

	static Optional<Path> smtpSource() {
		return find("smtp-source");
	}

	static Optional<Path> msmtp() {
		return find("msmtp");
	}

	/** A sentence about those that are not there; empty if all are. */
	static String missing() {
		List<String> missing = new ArrayList<>();
		if (smtpSource().isEmpty()) {
			missing.add("smtp-source (Postfix)");
		}
		if (msmtp().isEmpty()) {
			missing.add("msmtp");
		}
		return missing.isEmpty() ? "" : Bench.LEFT_OUT + ", since not installed here (`./test --setup --bench` installs them): " + String.join(" and ", missing) + ".\n";
	}

	private static Optional<Path> find(String program) {
		String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
		return Arrays.stream(path.split(":")).filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
	}

	/** Over one connection, which it opens anew in each round; it can do neither TLS nor AUTH. The server is behind {@code cable}. */
	record SmtpSource(String name, Path program, Cable cable, Path mail, int recipients, int mails) implements Side {
		@Override
		public boolean warmsUp() {
			return false;
		}

		@Override
		public Sample round() throws Exception {
			Cable.Meter meter = cable.meter();
			execute(new ProcessBuilder(program.toString(), "-d", "-s", "1", "-m", String.valueOf(mails), "-r", String.valueOf(recipients), "-f", Office.USER, "-t",
					Office.recipients(1).get(0), "-F", mail.toString(), "127.0.0.1:" + cable.port()));
			return meter.read(0, mails);
		}
	}

	/** @param configuration with server, user and password */
	record Msmtp(String name, Path program, Cable cable, Path configuration, Path mail, List<String> recipients, int mails) implements Side {
		@Override
		public boolean warmsUp() {
			return false;
		}

		@Override
		public Sample round() throws Exception {
			List<String> command = new ArrayList<>(List.of(program.toString(), "-C", configuration.toString(), "--"));
			command.addAll(recipients);
			Cable.Meter meter = cable.meter();
			for (int i = 0; i < mails; i++) {
				execute(new ProcessBuilder(command).redirectInput(mail.toFile()));
			}
			return meter.read(0, mails);
		}

		/** @param authority file of the certificate to trust */
		static Path configuration(Path folder, Cable cable, Path authority) throws IOException {
			Path file = Files.createFile(folder.resolve("msmtp.conf"),
					java.nio.file.attribute.PosixFilePermissions.asFileAttribute(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
			return Files.writeString(file, """
					account default
					host localhost
					port %d
					domain localhost
					tls on
					tls_starttls off
					tls_trust_file %s
					auth plain
					user %s
					password %s
					from %s
					""".formatted(cable.port(), authority, Office.USER, Office.PASSWORD, Office.USER));
		}
	}

	private static void execute(ProcessBuilder builder) throws IOException, InterruptedException {
		Process process = builder.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IllegalStateException(builder.command().get(0) + " ended with " + process.exitValue() + ": " + said);
		}
	}
}
