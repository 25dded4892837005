package org.postkontor.launch;

/** Ends the command with a message for the user and an exit code. */
final class Failure extends RuntimeException {
	private static final long serialVersionUID = 1L;
	final int exitCode;

	Failure(int exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	/** Runs a command and turns a failure into its message and exit code. */
	static void report(Command command) {
		int code;
		try {
			code = command.run();
		} catch (Failure failure) {
			System.out.flush();
			System.err.println(failure.getMessage());
			code = failure.exitCode;
		} catch (Exception e) {
			e.printStackTrace();
			code = 70;
		}
		System.exit(code);
	}

	/** One of the two commands. */
	interface Command {
		int run() throws Exception;
	}
}
