#!/bin/sh
# For any CI system that runs a shell: the findings in the log, three reports to keep, and an exit code that counts.
#   sh citations.sh [paths…]
# 0: nothing to mend, 1: there are errors, 2: bibliolint could not do its job.
exec npx --yes bibliolint@"${BIBLIOLINT_VERSION:-latest}" \
  --format text \
  --format junit:reports/citations.xml \
  --format sarif:reports/citations.sarif \
  --format html:reports/citations.html \
  -- "$@"
