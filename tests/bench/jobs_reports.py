# SPDX-License-Identifier: GPL-3.0-or-later
"""What reports and figures take, against the least that they can cost and against other programs."""

import csv
import io
import shutil

import tables
from measuring import tell
from peers import add_peers

FIGURE = ["distribution", "--initiative=pledge", "--by=country", "--width=7.5in"]
AGENDA = ["agenda", "--first=p0", "--second=p1", "--format=csv"]
ROWS_OF_THE_FIGURE = 16
MOST_MB = 100
# What the report answers, as it would be asked by hand.
DISTRIBUTION_SQL = """SELECT i.id AS initiative,
 CASE WHEN a.confidence = 'unverified' THEN 'unknown' ELSE ifnull(c.code, 'unknown') END AS "group",
 count(DISTINCT s.actor) AS count
 FROM signatories s JOIN initiatives i ON i.row = s.initiative JOIN actors a ON a.row = s.actor
 LEFT JOIN countries c ON c.row = a.country WHERE s.confidence <> 'unverified' GROUP BY s.initiative, 2"""


def read_columns(text, *columns):
    return [tuple(row[column] for column in columns) for row in csv.DictReader(io.StringIO(text))]


def figure(bench):
    project = bench.make_project("signatories", tables.write_signatories)
    floor = bench.program("floor-figure")
    command = [bench.cli, "figure", project, *FIGURE]
    tell("Measuring figures.")
    bench.remember(project)
    for language, job in [("en", "figure: PDF"), ("zh_CN", "figure: PDF in Chinese")]:
        ours = bench.measure(*command, f"--language={language}", "--output=ours.pdf")
        bench.add(job, ours, "Cairo and Pango", "floor", bench.measure(floor, "floor.pdf", language, ROWS_OF_THE_FIGURE))
        bench.add_limit(job, ours, MOST_MB)
    job = "figure: PDF + SVG + PNG"
    ours = bench.measure(*command, "--dpi=300", *(f"--output=ours.{ending}" for ending in ("pdf", "svg", "png")))
    bench.add(job, ours, "our PDF alone", "own", bench.measure(*command, "--output=ours.pdf"))
    add_peers(bench, job, "figure", ours)


def agenda(bench):
    for size in bench.options.sizes:
        job = f"agenda: {size:,} mentions"
        project = bench.make_project(f"mentions-{size}", lambda place: tables.write_documents(place, size),
                                     tables.fill_mentions)
        ours, floor = [bench.cli, "report", project, *AGENDA], [bench.program("floor-agenda"), project, "p0", "p1"]
        tell(f"Measuring {job}.")
        bench.remember(project)
        columns = "issue", "first_year", "second_year"
        bench.require(read_columns(bench.run(*ours), *columns) == read_columns(bench.run(*floor), *columns),
                      "the report and the bare loop")
        measured = bench.measure(*ours)
        bench.add(job, measured, "bare loop", "floor", bench.measure(*floor))
        bench.add_limit(job, measured, MOST_MB)
        add_peers(bench, job, "agenda", measured, size)


def distribution(bench):
    """Of all initiatives of the crowd at once, so that every row is read."""
    asked = ",".join(f"i{i}" for i in range(tables.MEMBERSHIPS_OF_AN_ACTOR))
    columns = "initiative", "group", "count"
    for size in bench.options.sizes:
        job = f"distribution: {size:,} signatories"
        project = bench.make_crowd(size)
        ours = [bench.cli, "report", project, "distribution", f"--initiative={asked}", "--by=country", "--format=csv"]
        floor = [bench.program("floor-distribution"), project]
        sql = ["-readonly", "-csv", "-header", project, DISTRIBUTION_SQL]
        tell(f"Measuring {job}.")
        bench.remember(project)
        answer = sorted(read_columns(bench.run(*ours), *columns))
        bench.require(answer == sorted(read_columns(bench.run(*floor), *columns)), "the report and the bare loop")
        if shutil.which("sqlite3"):
            bench.require(answer == sorted(read_columns(bench.run("sqlite3", *sql), *columns)), "the report and SQL")
        measured = bench.measure(*ours)
        bench.add(job, measured, "bare loop", "floor", bench.measure(*floor))
        bench.add_limit(job, measured, MOST_MB)
        bench.add_sqlite(job, measured, *sql)
