"""Adds up the reports of Surefire and Failsafe and names the skipped tests.

Fails when no test ran, when one failed, and when a test with a published client, a browser, the real
adapter, the real emulator or MiniStack was skipped.
"""

import glob
import sys
import xml.etree.ElementTree as xml

reports = glob.glob("**/target/surefire-reports/TEST-*.xml", recursive=True)
reports += glob.glob("**/target/failsafe-reports/TEST-*.xml", recursive=True)
cases = [case for report in reports for case in xml.parse(report).getroot().iter("testcase")]
skipped = [case for case in cases if case.find("skipped") is not None]
failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]

for case in skipped:
    print(f"skipped: {case.get('classname')}.{case.get('name')}")
print(f"{len(cases) - len(skipped) - len(failed)} passed, {len(failed)} failed, {len(skipped)} skipped")
needed = (".clients.", ".adapter.", ".emulator.", ".contract.MiniStack")
without_what_they_need = [case for case in skipped if any(name in case.get("classname") for name in needed)]
sys.exit(1 if failed or without_what_they_need or len(cases) == len(skipped) else 0)
