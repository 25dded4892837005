package org.postkontor.cli.internal.command;

import java.io.InputStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.cli.internal.Person;
import org.postkontor.cli.internal.Services;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.output.Output;
import org.postkontor.cli.internal.output.Texts;
import org.postkontor.cli.internal.output.Wording;

/** What a command gets. @param in standard input */
public record Invocation(Arguments arguments, Services services, Output output, Texts texts, Wording wording, InputStream in, Person person,
		IProgressMonitor monitor) {

	/** Finds accounts by what the user typed. */
	public AccountLookup accounts() {
		return new AccountLookup(services.accounts());
	}
}
