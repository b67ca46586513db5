-- N15: the ledger's last row of a day is found without reading all its rows.
CREATE INDEX ledger_at ON ledger (at, seq);
