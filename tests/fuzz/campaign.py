# SPDX-License-Identifier: GPL-3.0-or-later
"""campaign.py TARGET CORPUS FOUND: lets libFuzzer look for trouble in a target for a minute, or NSC_TEST_SECONDS where that
is less. It goes the same way each time unless NSC_TEST_SEED is another number than 1, so that what a change did is not
mixed up with luck; who looks for hours gives the target to libFuzzer itself.

What leads it further is kept in FOUND/corpus, from where the next campaign goes on; bytes that make trouble are written
into FOUND, and the test says which. An input is trouble where the target crashes, asks for more than 2 GB or takes more
than five seconds, the latter twice, since a machine may stand still for a while. Leaks are looked for at the end, since
projects have threads, for which libFuzzer would look after each input and do little else."""

import os
import pathlib
import re
import resource
import subprocess
import sys
import time

MOST_SECONDS = 60
LIMITS = ['-timeout=5', '-rss_limit_mb=2048', '-detect_leaks=0']


def run(target, *arguments):
    """Returns the exit status and what libFuzzer said."""
    done = subprocess.run([target, *LIMITS, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stderr.decode(errors='replace')


def is_passing(target, path):
    """Whether the input was only slow because of the machine."""
    return path.name.startswith('timeout-') and run(target, str(path))[0] == 0


def look(target, corpus, found, dictionary, seconds):
    """Fuzzes once; returns the status, the number of executions, the inputs found and what was said."""
    before = set(found.iterdir())
    seed = os.environ.get('NSC_TEST_SEED', '1')
    arguments = [f'-max_total_time={seconds}', f'-seed={seed}', f'-artifact_prefix={found}/', '-print_final_stats=1',
                 '-use_value_profile=1', '-len_control=10']
    if dictionary.exists():
        arguments.append(f'-dict={dictionary}')
    status, said = run(target, *arguments, str(found / 'corpus'), str(corpus))
    counts = re.findall(r'stat::number_of_executed_units:\s*(\d+)', said) or re.findall(r'^#(\d+)', said, re.M) or ['0']
    return status, int(counts[-1]), sorted(set(found.iterdir()) - before), said


def find_cause(said):
    """What a person needs who has nothing but the last line: the first complaint, and the input where it is short."""
    complaints = re.findall(r'^.*(?:ERROR:|CRITICAL|WARNING|runtime error:|SUMMARY:).*$', said, re.M) or ['']
    given = re.findall(r'^Base64: (\S{1,800})$', said, re.M)
    return ' '.join([complaints[0][:200].replace('#', ''), *given])


def main(target, corpus, found):
    corpus, found = pathlib.Path(corpus), pathlib.Path(found)
    dictionary = corpus.parent.parent / f'{corpus.name}.dict'
    (found / 'corpus').mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + min(MOST_SECONDS, int(os.environ.get('NSC_TEST_SECONDS', MOST_SECONDS)))
    executions, trouble, said = 0, [], ''
    while not trouble and (seconds := round(end - time.monotonic())) > 0:
        status, count, inputs, said = look(target, corpus, found, dictionary, seconds)
        executions += count
        trouble = [path.name for path in inputs if not is_passing(target, path)]
        if status != 0 and not inputs:
            trouble = [f'an end with status {status}']
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print('1..1')
    print(f'# {executions} executions, {used.ru_utime + used.ru_stime:.0f} s of processor time, '
          f'{len(list((found / "corpus").iterdir()))} inputs kept in {found}/corpus')
    if trouble:
        print('\n'.join('# ' + line for line in said.splitlines()[-60:]))
        print(f'not ok 1 - {", ".join(trouble)}: {find_cause(said)}')
        print(f'# in {found}')
    else:
        print(f'ok 1 - {executions} executions found no trouble')
    return 1 if trouble else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
