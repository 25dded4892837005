package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class RegistrationFindingsTest {
	private static final Problem MISTAKE = Problem.of("mistake", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP);

	final RegistrationFindings findings = new RegistrationFindings();

	@Test
	void aMistakeEndsTheCheck() {
		assertTrue(findings.add(Step.ENDPOINTS, () -> Result.PASSED));
		assertFalse(findings.add(Step.CLIENT_KNOWN, () -> {
			throw new ProblemException(MISTAKE);
		}));
		assertEquals(List.of(new Finding(Step.ENDPOINTS, Result.PASSED, Optional.empty()),
				new Finding(Step.CLIENT_KNOWN, Result.FAILED, Optional.of(MISTAKE))), findings.list());
	}

	@Test
	void laterEvidenceReplacesTheEarlier() {
		findings.add(Step.CLIENT_KNOWN, () -> Result.UNKNOWN);
		findings.add(Step.CLIENT_KNOWN, () -> Result.PASSED);
		assertEquals("CLIENT_KNOWN PASSED", results());
	}

	@Test
	void cancellingLeavesTheRestUnknown() {
		findings.add(Step.ENDPOINTS, () -> Result.PASSED);
		assertFalse(findings.add(Step.REDIRECT, () -> {
			throw new ProblemException(SignInProblems.cancelled());
		}));
		assertEquals("ENDPOINTS PASSED, REDIRECT UNKNOWN, RIGHTS UNKNOWN, REFRESH UNKNOWN", results());
	}

	@Test
	void aSignInWithTheBrowserProvesWhatWasUnknown() {
		findings.add(Step.CLIENT_KIND, () -> Result.UNKNOWN);
		findings.add(Step.REDIRECT, () -> Result.UNKNOWN);
		findings.signIn(true, () -> Result.PASSED, () -> Result.PASSED);
		assertEquals("CLIENT_KIND PASSED, REDIRECT PASSED, RIGHTS PASSED, REFRESH PASSED", results());
	}

	@Test
	void aSignInWithACodeOnAnotherDeviceSaysNothingAboutTheRedirectAddress() {
		findings.add(Step.CLIENT_KIND, () -> Result.UNKNOWN);
		findings.add(Step.REDIRECT, () -> Result.UNKNOWN);
		findings.signIn(false, () -> Result.PASSED, () -> Result.PASSED);
		assertEquals("CLIENT_KIND PASSED, REDIRECT UNKNOWN, RIGHTS PASSED, REFRESH PASSED", results());
	}

	@Test
	void aClientThatIsRefusedWhenTheCodeIsRedeemedIsOfTheWrongKind() {
		findings.add(Step.CLIENT_KIND, () -> Result.PASSED);
		findings.add(Step.REDIRECT, () -> Result.PASSED);
		findings.signIn(true, () -> {
			throw new ProblemException(MISTAKE.detail("error", "invalid_client"));
		}, () -> Result.PASSED);
		assertEquals("CLIENT_KIND FAILED", results());
	}

	@Test
	void whatElseEndsASignInIsAboutTheRights() {
		findings.signIn(true, () -> {
			throw new ProblemException(MISTAKE.detail("error", "access_denied"));
		}, () -> Result.PASSED);
		assertEquals("RIGHTS FAILED", results());
	}

	private String results() {
		return String.join(", ", findings.list().stream().map(finding -> finding.step() + " " + finding.result()).toList());
	}
}
