#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of countries as the program relies on it."""

import sys
from collections import Counter
from pathlib import Path

from tap import Tap, read_csv

HEADER = ["code", "name_en", "name_zh", "region", "subregion", "un_group", "source", "confidence"]
# The UN's own counts of its members; the United States are a member of no group, counted to the last in elections.
GROUPS = {
    "African States": 54,
    "Asia-Pacific States": 54,
    "Eastern European States": 23,
    "Latin American and Caribbean States": 33,
    "Western European and other States": 28 + 1,
}
FORMER = {"CS", "DD", "SU", "YU"}
KNOWN = {
    "BR": ("Brazil", "巴西", "Americas", "Latin America and the Caribbean", "Latin American and Caribbean States"),
    "CN": ("China", "中国", "Asia", "Eastern Asia", "Asia-Pacific States"),
    "CY": ("Cyprus", "塞浦路斯", "Asia", "Western Asia", "Asia-Pacific States"),
    "DE": ("Germany", "德国", "Europe", "Western Europe", "Western European and other States"),
    "HK": ("Hong Kong", "香港", "Asia", "Eastern Asia", ""),
    "IL": ("Israel", "以色列", "Asia", "Western Asia", "Western European and other States"),
    "KE": ("Kenya", "肯尼亚", "Africa", "Sub-Saharan Africa", "African States"),
    "KI": ("Kiribati", "基里巴斯", "Oceania", "Micronesia", "Asia-Pacific States"),
    "RU": ("Russian Federation", "俄罗斯", "Europe", "Eastern Europe", "Eastern European States"),
    "SU": ("USSR", "苏维埃社会主义共和国联盟", "Europe", "Eastern Europe", "Eastern European States"),
    "TR": ("Türkiye", "土耳其", "Asia", "Western Asia", "Western European and other States"),
    "US": ("United States", "美国", "Americas", "Northern America", "Western European and other States"),
    "XK": ("Kosovo", "科索沃", "Europe", "Southern Europe", ""),
}


def main():
    tap = Tap()
    header, rows = read_csv(Path(sys.argv[1]) / "countries.csv")
    codes = [row["code"] for row in rows]
    by_code = {row["code"]: row for row in rows}

    tap.equal("header", header, HEADER)
    tap.equal("249 codes of ISO 3166-1, XK and four withdrawn ones", len(rows), 249 + 1 + 4)
    tap.check("codes are two capitals, sorted, each once",
              [code for code in codes if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper())]
              + ([] if codes == sorted(set(codes)) else ["not sorted, or not unique"]))
    tap.check("every code has both names, a source and a confidence",
              [row["code"] for row in rows
               if not all(row[column].strip() for column in ["name_en", "name_zh", "source", "confidence"])])
    for column in ["name_en", "name_zh"]:
        tap.check(f"no two codes share a {column}",
                  [name for name, times in Counter(row[column] for row in rows).items() if times > 1])
    tap.equal("only Antarctica is in no region",
              [row["code"] for row in rows if not row["region"] or not row["subregion"]], ["AQ"])
    tap.equal("five regions", sorted({row["region"] for row in rows if row["region"]}),
              ["Africa", "Americas", "Asia", "Europe", "Oceania"])
    tap.equal("17 subregions, each in one region",
              (len({row["subregion"] for row in rows if row["subregion"]}),
               len({(row["region"], row["subregion"]) for row in rows if row["subregion"]})), (17, 17))
    tap.equal("UN groups have the sizes that the UN reports",
              dict(Counter(row["un_group"] for row in rows if row["un_group"] and row["code"] not in FORMER)), GROUPS)
    for code, expected in KNOWN.items():
        row = by_code.get(code, {})
        tap.equal(f"{code} is {expected[0]}",
                  tuple(row.get(column) for column in ["name_en", "name_zh", "region", "subregion", "un_group"]), expected)
    tap.finish()


main()
