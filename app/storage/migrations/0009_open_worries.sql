-- Worries that nobody has answered are looked for whenever the home page is shown: few, and found at once.
CREATE INDEX open_worries ON drafts (started_at) WHERE kind = 'significant-harm';
